"""Import our packages before pytest names test modules after folders that are called the same."""

import contracts
import gateway
import shared

__all__ = ["contracts", "gateway", "shared"]
