"""The web application as a server runs it. In a demonstration it finds its own database first."""

import os

from django.core.wsgi import get_wsgi_application

from holdfast.config import postgres

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "holdfast.config.settings")
# Before Django looks for it: in a demonstration there may be no database yet, or it stopped with the machine.
postgres.ensure()
application = get_wsgi_application()

from holdfast.record.warm_up import warm_up  # noqa: E402 — once the applications are there

warm_up()
