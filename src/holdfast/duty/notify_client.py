"""GOV.UK Notify as the gateway. Two templates hold one field each, so that no words of ours are stored with Notify's."""

import os
from dataclasses import dataclass
from typing import Any

import requests
from django.conf import settings
from notifications_python_client.errors import HTTPError, InvalidResponse
from notifications_python_client.notifications import NotificationsAPIClient

from holdfast.duty.message_gateway import GatewayFailed, GatewayReceipt
from holdfast.duty.models import Notice

THEIRS = "https://api.notifications.service.gov.uk"
# A wrong address or a message it will not take. Not 401, 403 and 429: a key that is put right, or a minute's wait, mends those.
REFUSED_FOR_GOOD = (400, 404, 413)
SECONDS = 10


@dataclass
class Notify:
    """Sends with the templates ``email_template`` (fields ``subject`` and ``body``) and ``text_template`` (field ``body``)."""

    client: Any  # the library has no types
    email_template: str
    text_template: str
    name: str = "notify"

    @classmethod
    def from_settings(cls) -> "Notify":
        """With the key and, where given, another address than Notify's own (for tests)."""
        base = getattr(settings, "NOTIFY_BASE_URL", None) or os.environ.get("NOTIFY_BASE_URL", THEIRS)
        email = getattr(settings, "NOTIFY_EMAIL_TEMPLATE", None) or os.environ.get("NOTIFY_EMAIL_TEMPLATE", "")
        text = getattr(settings, "NOTIFY_TEXT_TEMPLATE", None) or os.environ.get("NOTIFY_TEXT_TEMPLATE", "")
        client: Any = NotificationsAPIClient
        return cls(client(settings.NOTIFY_API_KEY, base_url=base, timeout=SECONDS), email, text)

    def send(self, notice: Notice) -> GatewayReceipt:
        """Hand it over under its own id, by which it can be found again."""
        # Notify takes a second message with the same reference, so the reference keeps nothing from going twice by itself: it
        # is what :meth:`find` asks for after a stop.
        try:
            if notice.channel == Notice.Channel.TEXT:
                answer = self.client.send_sms_notification(
                    notice.to, self.text_template, personalisation={"body": notice.body}, reference=str(notice.pk)
                )
            else:
                answer = self.client.send_email_notification(
                    notice.to,
                    self.email_template,
                    personalisation={"subject": notice.subject, "body": notice.body},
                    reference=str(notice.pk),
                )
        except HTTPError as error:
            # What Notify says can quote the address: keep the number alone.
            raise GatewayFailed(
                f"GOV.UK Notify answered {error.status_code}", for_good=error.status_code in REFUSED_FOR_GOOD
            ) from error
        except (InvalidResponse, requests.RequestException) as error:
            raise GatewayFailed("GOV.UK Notify could not be reached") from error
        return GatewayReceipt(str(answer["id"]))

    def find(self, notice: Notice) -> GatewayReceipt | None:
        """Ask Notify whether it has a message with this reference."""
        try:
            answer = self.client.get_all_notifications(reference=str(notice.pk))
        except (HTTPError, InvalidResponse, requests.RequestException) as error:
            raise GatewayFailed("GOV.UK Notify could not say whether it had this message") from error
        found = answer.get("notifications") or []
        return GatewayReceipt(str(found[0]["id"])) if found else None
