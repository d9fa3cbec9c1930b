"""What the pages of Today about one child have in common."""

from holdfast.pages.child_names import child_name
from holdfast.pages.forms import FormPage
from holdfast.pages.navigation import home_for
from holdfast.record.read import people


class AboutAChild(FormPage):
    """A page of Today about one child."""

    @property
    def back(self) -> str:  # type: ignore[override]
        # To their own first page: a link back to Today would refuse whoever has another.
        return home_for(self.request.user, self.request.moment)

    @property
    def child(self) -> str:
        """The child's id."""
        return str(self.kwargs["child_id"])

    @property
    def name(self) -> str:
        """The child's name."""
        return child_name(people([self.child], self.request.moment)[self.child])

    @property
    def caption(self) -> str:  # type: ignore[override]
        return self.name
