"""What keeps the gateway at work under load: reads asked once, rates, places at each service."""
