"""What makes Theano run today.

`theano_walkthrough.compat.prepare` is the only module that anybody else imports, and only the
package's own ``__init__`` does; it repairs what NumPy and Python have taken away, and applies
the patches of the other modules here.
"""
