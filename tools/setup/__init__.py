"""Make the environments from their locks, fetch what checks the site, and make the locks."""
