"""What takes a message out of the building, whoever does it: the outbox here, or GOV.UK Notify."""

from dataclasses import dataclass
from typing import Protocol

from holdfast.duty.models import Notice


class GatewayFailed(Exception):
    """The outside did not take a message. ``for_good`` when trying again cannot help, such as a wrong address."""

    def __init__(self, why: str, *, for_good: bool = False) -> None:
        super().__init__(why)
        self.for_good = for_good


@dataclass(frozen=True)
class GatewayReceipt:
    """The gateway's own name for a message it took."""

    reference: str


class MessageGateway(Protocol):
    """Takes messages out of the building."""

    name: str

    def send(self, notice: Notice) -> GatewayReceipt:
        """Hand one over. Raises :class:`GatewayFailed`."""
        ...

    def find(self, notice: Notice) -> GatewayReceipt | None:
        """What became of one that may have been handed over before a stop."""
        ...
