"""Look into a compiled function: its graph as written, and what the compiler made of it."""

from theano_walkthrough.beyond.graph_inspection.counting import GraphCount, count_operations
from theano_walkthrough.beyond.graph_inspection.printing import (
    leaf_name,
    list_steps,
    operation_name,
    output_names,
)
from theano_walkthrough.beyond.graph_inspection.reading import (
    Graph,
    compiled_graph,
    is_composite,
    overwritten,
    written_graph,
)

__all__ = [
    "Graph",
    "GraphCount",
    "compiled_graph",
    "count_operations",
    "is_composite",
    "leaf_name",
    "list_steps",
    "operation_name",
    "output_names",
    "overwritten",
    "written_graph",
]
