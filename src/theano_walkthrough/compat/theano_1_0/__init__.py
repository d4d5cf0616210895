"""Put the names of Theano 1.0 back, for programs that were written for it.

::

    import theano_walkthrough.compat.theano_1_0

`names_1_0` lists the names.
Most are given back as what they are called today, some with the arguments or the behaviour that
they had; those that can't be given back raise an error that says what to write instead.
Nothing of this happens unless a program asks for it with this import.
"""

from theano_walkthrough.compat.theano_1_0.modules import put_names_back
from theano_walkthrough.compat.theano_1_0.patches import patch_theano

patch_theano()
put_names_back()
