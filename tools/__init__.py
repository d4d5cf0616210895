"""What the Makefile runs, a folder for each job; none is part of the site or of the package.

setup and make run in any Python from 3.9, before there is an environment, with the standard
library alone (but setup.browser and make.try_flags, which need it); translation and publishing
run in the environment and may use the site's extensions.
"""
