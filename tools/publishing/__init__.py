"""Put the built editions together into the site that is published."""
