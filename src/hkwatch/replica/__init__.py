# SPDX-License-Identifier: MIT
"""A loopback replica of every source in its true form, for the demo and the tests. Standard library only."""

from hkwatch.replica.answer import LoggedRequest
from hkwatch.replica.faults import Fault, Faults
from hkwatch.replica.prices import ControlPoint, PricePath
from hkwatch.replica.server import Replica
from hkwatch.replica.world import Circular, Consultation, FeedItem, HkmaItem, Item, OfficialItem, RthkItem, Text, World

__all__ = [
    "Circular",
    "Consultation",
    "ControlPoint",
    "Fault",
    "Faults",
    "FeedItem",
    "HkmaItem",
    "Item",
    "LoggedRequest",
    "OfficialItem",
    "PricePath",
    "Replica",
    "RthkItem",
    "Text",
    "World",
]
