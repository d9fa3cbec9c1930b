"""GOV.UK forms: what a page needs to ask something, say what is wrong, and lose nothing.

``GovForm`` for the questions, ``FormPage`` for the page around them, ``WhenField`` and ``DayField`` for dates.
"""

from holdfast.pages.forms.date_fields import DayField, WhenField
from holdfast.pages.forms.form_page import FormPage
from holdfast.pages.forms.gov_form import GovForm

__all__ = ["DayField", "FormPage", "GovForm", "WhenField"]
