"""The programme played through the gateway, as its agencies would."""
