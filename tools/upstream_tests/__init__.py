"""Run Theano-PyMC's own tests, and compare what passes with the table of what did."""
