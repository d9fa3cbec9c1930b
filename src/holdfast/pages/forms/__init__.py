"""GOV.UK forms: what a page needs to ask something, say what is wrong, and lose nothing.

``GovForm`` for the questions, ``FormPage`` for the page around them, ``WhenField`` and ``DayField`` for dates.
"""

from holdfast.pages.forms.fields import DayField, WhenField
from holdfast.pages.forms.form import GovForm
from holdfast.pages.forms.page import FormPage

__all__ = ["DayField", "FormPage", "GovForm", "WhenField"]
