"""The names of Theano 1.0.5 that Theano-PyMC 1.1.2 has elsewhere, or doesn't have.

Names that are as they were aren't listed.
What Theano 0.7 to 0.9 had and many programs use stands here, too.
"""

from collections.abc import Iterator
from typing import NamedTuple

MODULE = "Import what you use of it from where that is today."
C_TYPE = (
    "Write `theano.graph.type.Type`, or `CType` if it has code in C; "
    "`c_headers` and its like take `**kwargs`."
)
C_OP = (
    "Write `theano.graph.op.Op`, or `COp` if it has code in C; `c_headers` and its like take "
    "`**kwargs`, and `infer_shape` the function graph before the node."
)
PURE_OP = "Write `TODAY`; its `infer_shape` takes the function graph before the node."
WRITE = "Write `TODAY`."
KEYWORDS = "Write `TODAY`; `c_headers` and its like take `**kwargs`."
NODE = "Write `TODAY`; what it calls takes the function graph before the node."
MONITOR = "Write `TODAY`; what it calls takes the function graph first."
GRAPH_FIRST = "Write `TODAY`, which takes the function graph first."
LIST = "Write `list(TODAY(…))`."
SET = "Write `set(TODAY(…))`."
WALK = "Write `list(TODAY(…))`; its arguments differ."
TEST_VALUES = "Write `TODAY`, which raises `TestValueError` where there is no value."
CLASS_OF_TWO = "Write a class of `TODAY` and `theano.utils.Singleton`."
CLONE = "Write `TODAY`, with `share_inputs` in place of `copy_inputs`."
OUTDIM = "Write `TODAY`, with `ndim` in place of `outdim`."
UNRAVEL = "Write `TODAY` without `ndim`."
CLIENTS = "Write `TODAY` without `print_clients`."
STREAMS = (
    "Write `theano.sandbox.rng_mrg.MRG_RandomStream`: it takes the old arguments, has fewer "
    "distributions, and draws other numbers from the same seed."
)
LOCK = "Write `with theano.compile.compilelock.lock_ctx():`."
PYTHON = "Write Python's own `TODAY`."
NAMES_OF_VARIABLES = "Give each variable a name, or use its `auto_name`."
NEVER_RAISED = "Leave it out: Theano no longer raises it."
BOOLEAN = "Write `TODAY`, which takes masks, too."
DIVISION = "Write `TODAY`, or `int_div` for whole numbers."
VARIABLE_CLIENTS = "Write `fgraph.clients[variable]`."
SETTINGS = "Write `theano.config`, which has what was set."
SETTINGS_GONE = "Leave it out: the setting has no effect any more."
PROFILE = "Write `theano.function(…, profile=True)`."
PICKLE = "Write `pickle.load(file, encoding='latin1')`."
GPU = "Leave it out: graphics cards can't be used."
NO_TESTS = "Leave it out: Theano's tests aren't installed."
SIX = "Write `import six`, a package of its own."
INSIDE = "Leave it out: it belonged to Theano's inside, and has no successor."


class OldName(NamedTuple):
    """A name of Theano 1.0, and what to write instead."""

    old: str
    """The full name in Theano 1.0.5: ``theano.gof.graph.inputs``."""
    today: str = ""
    """The full name in Theano-PyMC 1.1.2 of the very same thing; empty if none behaves the same."""
    remedy: str = ""
    """Where there is no such name, a sentence that says what to write."""
    given: bool = True
    """Whether `theano_1_0` gives it back under its old name."""


class Group(NamedTuple):
    """Names of one old module, with one fate."""

    module: str
    """The old module, or whatever else had the names."""
    names: str
    """The names, with spaces between them; ``old=new`` where today's differs."""
    today: str = ""
    """What has them today."""
    remedy: str = ""
    """Where they'd behave otherwise there: what to write, ``TODAY`` being the full name."""
    given: bool = True
    """Whether they are given back."""

    def places(self) -> Iterator[tuple[str, str]]:
        """Return each name, and the full name of what does today what it did."""
        for pair in self.names.split():
            old, _, new = pair.partition("=")
            yield old, self.today if self.remedy == PYTHON else f"{self.today}.{new or old}"

    def each(self) -> Iterator[OldName]:
        """Return a row for each name."""
        for old, today in self.places():
            remedy = self.remedy.replace("TODAY", today)
            yield OldName(f"{self.module}.{old}", "" if remedy else today, remedy, self.given)


SETTINGS_WITH_DOTS = """
DebugMode: check_c check_finite check_preallocated_output check_preallocated_output_ndim
DebugMode: check_py check_strides patience warn_input_not_reused
NanGuardMode: action big_is_error inf_is_error nan_is_error
blas: check_openmp ldflags
cmodule: age_thresh_use compilation_warning debug preload_cache remove_gxx_opt
cmodule: warn_no_version
compile: timeout wait
conv: assert_shape
ctc: root
cuda: include_path root
dnn: base_path bin_path enabled include_path library_path
dnn.conv: algo_bwd_data algo_bwd_filter algo_fwd precision
experimental: local_alloc_elemwise local_alloc_elemwise_assert unpickle_gpu_on_cpu
gcc: cxxflags
gpu: local_elemwise_fusion
gpuarray: cache_path preallocate sched single_stream
gpuelemwise: sync
magma: enabled include_path library_path
metaopt: optimizer_excluding optimizer_including verbose
optdb: max_use_ratio position_cutoff
profiling: debugprint destination ignore_first_call min_memory_size min_peak_memory n_apply
profiling: n_ops output_line_width time_thunks
scan: allow_gc allow_output_prealloc debug
tensor: cmp_sloppy insert_inplace_optimizer_validate_nb local_elemwise_fusion
traceback: compile_limit limit
unittests: rseed
vm: lazy
warn: argmax_pushdown_bug gpu_set_subtensor1 gpusum_01_011_0111_bug identify_1pexp_bug
warn: ignore_bug_before inc_set_subtensor1 inc_subtensor1_opt reduce_join round
warn: signal_conv2d_interface subtensor_merge_bug sum_div_dimshuffle_bug sum_sum_bug
warn: vm_gc_bug
"""
GROUPS: tuple[Group, ...] = (
    Group("theano", "OpFromGraph", "theano.compile.builders"),
    Group("theano", "SymbolicInput SymbolicOutput", "theano.compile.io"),
    Group("theano", "as_op", "theano.compile.ops"),
    Group("theano", "Apply Constant Variable", "theano.graph.basic"),
    Group("theano", "FunctionGraph InconsistencyError", "theano.graph.fg"),
    Group("theano", "Generic generic", "theano.graph.type"),
    Group("theano", "object2=MetaObject", "theano.graph.utils"),
    Group("theano", "Container Linker LocalLinker PerformLinker", "theano.link.basic"),
    Group("theano", "CLinker DualLinker OpWiseCLinker", "theano.link.c.basic"),
    Group("theano", "_asarray", "theano.misc.safe_asarray"),
    Group("theano", "scan_checkpoints", "theano.scan.checkpoints"),
    Group("theano", "compat gof opt scan_module toolbox", "", MODULE),
    Group("theano", "has_handlers", "logging.Logger.hasHandlers", PYTHON),
    Group("theano", "clone", "theano", CLONE),
    Group("theano", "Op", "theano.graph.op", C_OP),
    Group("theano", "OpenMPOp", "theano.graph.op", KEYWORDS),
    Group("theano", "Type", "theano.graph.type", C_TYPE),
    Group("theano", "dot", "theano.tensor", WRITE),
    Group("theano", "ProfileMode", "", PROFILE, given=False),
    Group("theano", "test tests", "", NO_TESTS, given=False),
    Group(
        "theano.compat",
        (
            "DefaultOrderedDict cmp exc_message get_unbound_function "
            "maybe_add_to_os_environ_pathlist"
        ),
        "theano.utils",
    ),
    Group("theano.compat", "python2x", "", MODULE),
    Group("theano.compat", "PY3", "True", PYTHON),
    Group("theano.compat", "b", "bytes", PYTHON),
    Group("theano.compat", "decode decode_iter decode_with", "bytes.decode", PYTHON),
    Group("theano.compat", "OrderedDict", "collections.OrderedDict", PYTHON),
    Group("theano.compat", "Callable", "collections.abc.Callable", PYTHON),
    Group("theano.compat", "Iterable", "collections.abc.Iterable", PYTHON),
    Group("theano.compat", "Mapping", "collections.abc.Mapping", PYTHON),
    Group("theano.compat", "DictMixin", "collections.abc.MutableMapping", PYTHON),
    Group("theano.compat", "ValuesView", "collections.abc.ValuesView", PYTHON),
    Group("theano.compat", "configparser", "configparser", PYTHON),
    Group("theano.compat", "ifilter", "filter", PYTHON),
    Group("theano.compat", "reload", "importlib.reload", PYTHON),
    Group("theano.compat", "BytesIO", "io.BytesIO", PYTHON),
    Group("theano.compat", "imap", "map", PYTHON),
    Group("theano.compat", "next", "next", PYTHON),
    Group("theano.compat", "operator_div", "operator.truediv", PYTHON),
    Group("theano.compat", "izip", "zip", PYTHON),
    Group("theano.compat", "six", "", SIX, given=False),
    Group("theano.compat.python2x", "OrderedDict", "collections.OrderedDict", PYTHON),
    Group("theano.compile", "OpFromGraph inline_ofg_expansion", "theano.compile.builders"),
    Group("theano.compile", "DebugMode", "theano.compile.debugmode"),
    Group("theano.compile", "function_dump", "theano.compile.function"),
    Group("theano.compile", "DUPLICATE NODEFAULT", "theano.compile.function.types"),
    Group("theano.compile", "config", "theano.configdefaults"),
    Group("theano.compile", "DisconnectedType", "theano.gradient"),
    Group("theano.compile", "Variable io_connection_pattern", "theano.graph.basic"),
    Group("theano.compile", "NullType", "theano.graph.null_type"),
    Group("theano.compile", "is_same_graph", "theano.graph.toolbox"),
    Group("theano.compile", "function_module gof graph pfunc", "", MODULE),
    Group("theano.compile", "function", "theano", WRITE),
    Group("theano.compile", "MonitorMode", "theano.compile", MONITOR),
    Group("theano.compile", "ProfileMode profilemode", "", PROFILE, given=False),
    Group("theano.compile", "exclude ops_with_inner_function sandbox", "", INSIDE, given=False),
    Group(
        "theano.compile.function_module",
        (
            "AliasedMemoryError DUPLICATE Function FunctionMaker NODEFAULT Supervisor "
            "UnusedInputError alias_root check_equal convert_function_input fgraph_updated_vars "
            "get_info_on_inputs infer_reuse_pattern insert_deepcopy orig_function "
            "register_checker std_fgraph"
        ),
        "theano.compile.function.types",
    ),
    Group(
        "theano.compile.function_module",
        "view_tree_set",
        "theano.compile.function.types",
        GRAPH_FIRST,
        given=False,
    ),
    Group(
        "theano.compile.monitormode",
        "MonitorMode detect_nan",
        "theano.compile.monitormode",
        MONITOR,
    ),
    Group(
        "theano.compile.pfunc",
        "Param iter_over_pairs pfunc rebuild_collect_shared",
        "theano.compile.function.pfunc",
    ),
    Group("theano.config", "int_division lib numpy", "", SETTINGS_GONE, given=False),
    Group("theano.config.dnn.conv", "algo_bwd workmem workmem_bwd", "", SETTINGS_GONE, given=False),
    Group("theano.config.gpuarray", "sync", "", SETTINGS_GONE, given=False),
    Group(
        "theano.configparser",
        "AddConfigVar THEANO_FLAGS THEANO_FLAGS_DICT fetch_val_for_key get_config_hash",
        "",
        SETTINGS,
        given=False,
    ),
    Group("theano.gof", "Apply Constant Variable view_roots", "theano.graph.basic"),
    Group("theano.gof", "DestroyHandler", "theano.graph.destroyhandler"),
    Group("theano.gof", "FunctionGraph InconsistencyError MissingInputError", "theano.graph.fg"),
    Group(
        "theano.gof",
        (
            "CheckStackTraceOptimization EquilibriumOptimizer LocalOptGroup MergeOptimizer "
            "NavigatorOptimizer OpKeyOptimizer OpRemove OpSub Optimizer=GlobalOptimizer "
            "PatternSub SeqOptimizer TopoOptimizer inplace_optimizer optimizer"
        ),
        "theano.graph.opt",
    ),
    Group(
        "theano.gof", "DB EquilibriumDB LocalGroupDB ProxyDB Query SequenceDB", "theano.graph.optdb"
    ),
    Group("theano.gof", "Params ParamsType", "theano.graph.params_type"),
    Group(
        "theano.gof",
        (
            "Bookkeeper Feature History NoOutputFromInplace NodeFinder PrintListener "
            "ReplaceValidate ReplacementDidntRemovedError=ReplacementDidNotRemoveError Validator"
        ),
        "theano.graph.toolbox",
    ),
    Group("theano.gof", "CEnumType EnumList EnumType Generic generic", "theano.graph.type"),
    Group("theano.gof", "MethodNotDefined object2=MetaObject", "theano.graph.utils"),
    Group(
        "theano.gof",
        "Container Linker LocalLinker PerformLinker WrapLinker WrapLinkerMany",
        "theano.link.basic",
    ),
    Group("theano.gof", "CLinker DualLinker OpWiseCLinker", "theano.link.c.basic"),
    Group("theano.gof", "HideC", "theano.link.c.interface"),
    Group("theano.gof", "CachedConstantError", "", NEVER_RAISED),
    Group(
        "theano.gof",
        (
            "callcache cc cmodule compiledir compilelock destroyhandler fg graph link null_type "
            "op opt optdb params_type sched toolbox type unify utils vm"
        ),
        "",
        MODULE,
    ),
    Group("theano.gof", "hashtype", "hash(type(self))", PYTHON),
    Group("theano.gof", "COp=ExternalCOp OpenMPOp", "theano.graph.op", KEYWORDS),
    Group("theano.gof", "Op", "theano.graph.op", C_OP),
    Group("theano.gof", "PureOp=Op", "theano.graph.op", PURE_OP),
    Group("theano.gof", "LocalOptimizer local_optimizer", "theano.graph.opt", NODE),
    Group("theano.gof", "Type", "theano.graph.type", C_TYPE),
    Group("theano.gof", "cutils lazylinker_c ops_with_inner_function", "", INSIDE, given=False),
    Group("theano.gof.callcache", "CallCache", "theano.graph.callcache"),
    Group(
        "theano.gof.cc",
        (
            "CLinker CodeBlock DualLinker OpWiseCLinker code_gen failure_code failure_code_init "
            "get_module_cache get_persistent_module_cache run_cthunk struct_gen"
        ),
        "theano.link.c.basic",
    ),
    Group("theano.gof.cc", "HideC", "theano.link.c.interface"),
    Group(
        "theano.gof.cc",
        (
            "apply_policy get_c_cleanup get_c_declare get_c_extract get_c_extract_out get_c_init "
            "get_c_sync get_nothing struct_variable_codeblocks"
        ),
        "theano.link.c.basic",
        GRAPH_FIRST,
        given=False,
    ),
    Group(
        "theano.gof.cmodule",
        (
            "Compiler DynamicModule ExtFunction GCC_compiler KeyData ModuleCache dlimport "
            "dlimport_workdir gcc_llvm gcc_version get_gcc_shared_library_arg get_lib_extension "
            "get_module_cache get_module_hash get_safe_part icc_module_compile_str is_same_entry "
            "last_access_time module_name_from_dir std_include_dirs std_lib_dirs "
            "std_lib_dirs_and_libs std_libs try_march_flag"
        ),
        "theano.link.c.cmodule",
    ),
    Group("theano.gof.cmodule", "MissingGXX", "theano.link.c.exceptions"),
    Group(
        "theano.gof.compiledir",
        (
            "basecompiledir_ls basecompiledir_purge cleanup compiledir_purge "
            "print_compiledir_content print_title"
        ),
        "theano.compile.compiledir",
    ),
    Group("theano.gof.compilelock", "lock_ctx", "", LOCK),
    Group(
        "theano.gof.compilelock",
        "Unlocker force_unlock get_lock lock refresh_lock release_lock set_lock_status",
        "",
        LOCK,
        given=False,
    ),
    Group(
        "theano.gof.destroyhandler", "DestroyHandler ProtocolError", "theano.graph.destroyhandler"
    ),
    Group(
        "theano.gof.destroyhandler",
        "fast_inplace_check",
        "theano.graph.destroyhandler",
        GRAPH_FIRST,
        given=False,
    ),
    Group("theano.gof.fg", "FunctionGraph InconsistencyError MissingInputError", "theano.graph.fg"),
    Group("theano.gof.fg", "CachedConstantError", "", NEVER_RAISED),
    Group(
        "theano.gof.graph",
        (
            "Apply Constant NoParams Node Variable as_string clone clone_get_equiv "
            "default_leaf_formatter default_node_formatter equal_computations general_toposort "
            "io_connection_pattern io_toposort is_in_ancestors list_of_nodes op_as_string "
            "view_roots"
        ),
        "theano.graph.basic",
    ),
    Group("theano.gof.graph", "is_same_graph is_same_graph_with_merge", "theano.graph.toolbox"),
    Group(
        "theano.gof.graph",
        "ancestors inputs=graph_inputs orphans=orphans_between variables=vars_between",
        "theano.graph.basic",
        LIST,
    ),
    Group("theano.gof.graph", "ops=applys_between", "theano.graph.basic", SET),
    Group(
        "theano.gof.graph",
        "stack_search=walk variables_and_orphans=vars_between",
        "theano.graph.basic",
        WALK,
    ),
    Group("theano.gof.graph.Variable", "clients", "", VARIABLE_CLIENTS, given=False),
    Group(
        "theano.gof.link",
        "Container Linker LocalLinker PerformLinker WrapLinker WrapLinkerMany",
        "theano.link.basic",
    ),
    Group("theano.gof.link", "gc_helper map_storage raise_with_op streamline", "theano.link.utils"),
    Group("theano.gof.link", "add_clear_storage log_thunk_trace", "", INSIDE, given=False),
    Group("theano.gof.null_type", "NullType null_type", "theano.graph.null_type"),
    Group("theano.gof.op", "CLinkerObject CLinkerOp", "theano.link.c.interface"),
    Group("theano.gof.op", "debug_assert debug_error_message", "assert", PYTHON),
    Group("theano.gof.op", "COp=ExternalCOp OpenMPOp", "theano.graph.op", KEYWORDS),
    Group("theano.gof.op", "Op", "theano.graph.op", C_OP),
    Group("theano.gof.op", "PureOp=Op", "theano.graph.op", PURE_OP),
    Group(
        "theano.gof.op",
        "get_debug_values=get_test_values get_test_value missing_test_message",
        "theano.graph.op",
        TEST_VALUES,
    ),
    Group(
        "theano.gof.op", "apply_meth ops_with_inner_function simple_meth", "", INSIDE, given=False
    ),
    Group(
        "theano.gof.opt",
        (
            "ChangeTracker CheckStackTraceOptimization "
            "CheckStrackTraceFeature=CheckStackTraceFeature EquilibriumOptimizer "
            "FromFunctionOptimizer LocalMetaOptimizer LocalMetaOptimizerSkipAssertionError "
            "LocalOptGroup MergeFeature MergeOptimizer NavigatorOptimizer OpKeyOptimizer OpRemove "
            "OpSub Optimizer=GlobalOptimizer PatternSub SeqOptimizer TopoOptimizer Updater "
            "check_chain check_stack_trace copy_stack_trace in2out inherit_stack_trace "
            "inplace_optimizer merge_dict optimizer out2in"
        ),
        "theano.graph.opt",
    ),
    Group("theano.gof.opt", "is_same_graph_with_merge", "theano.graph.toolbox"),
    Group(
        "theano.gof.opt",
        "FromFunctionLocalOptimizer LocalOptimizer local_optimizer",
        "theano.graph.opt",
        NODE,
    ),
    Group("theano.gof.opt", "GraphToGPULocalOptGroup", "", GPU, given=False),
    Group(
        "theano.gof.opt",
        "pre_constant_merge pre_greedy_local_optimizer",
        "theano.graph.opt",
        GRAPH_FIRST,
        given=False,
    ),
    Group(
        "theano.gof.optdb",
        "DB EquilibriumDB LocalGroupDB ProxyDB Query SequenceDB TopoDB",
        "theano.graph.optdb",
    ),
    Group("theano.gof.params_type", "Params ParamsType", "theano.graph.params_type"),
    Group(
        "theano.gof.sched",
        (
            "key_to_cmp make_dependence_cmp make_depends memodict posort reverse_dict "
            "sort_apply_nodes sort_schedule_fn"
        ),
        "theano.graph.sched",
    ),
    Group(
        "theano.gof.toolbox",
        (
            "AlreadyThere BadOptimization Bookkeeper Feature GetCheckpoint History LambdExtract "
            "NoOutputFromInplace NodeFinder PreserveNames PreserveVariableAttributes "
            "PrintListener ReplaceValidate "
            "ReplacementDidntRemovedError=ReplacementDidNotRemoveError Validator"
        ),
        "theano.graph.toolbox",
    ),
    Group(
        "theano.gof.type",
        ("CDataType CDataTypeConstant CEnumType EnumList EnumType Generic PureType=Type generic"),
        "theano.graph.type",
    ),
    Group("theano.gof.type", "CLinkerType", "theano.link.c.interface"),
    Group("theano.gof.type", "Type", "theano.graph.type", C_TYPE),
    Group("theano.gof.type", "SingletonType=CType", "theano.graph.type", CLASS_OF_TWO),
    Group(
        "theano.gof.unify",
        (
            "BoundVariable FVar FreeVariable NV NotVariable OrV OrVariable Unification V=Var Var "
            "Variable VariableInList unify unify_build unify_merge unify_walk var_lookup"
        ),
        "theano.graph.unify",
    ),
    Group("theano.gof.utils", "c_cpp_keywords", "theano.graph.params_type"),
    Group(
        "theano.gof.utils",
        "ABORT ANY_TYPE FAILURE FALL_THROUGH Keyword RETRY comm_guard type_guard",
        "theano.graph.unify",
    ),
    Group(
        "theano.gof.utils",
        (
            "MetaObject=MetaType MethodNotDefined add_tag_trace get_variable_trace_string "
            "object2=MetaObject scratchpad=Scratchpad simple_extract_stack toposort"
        ),
        "theano.graph.utils",
    ),
    Group(
        "theano.gof.utils",
        "difference flatten from_return_values hash_from_code memoize to_return_values uniq",
        "theano.utils",
    ),
    Group("theano.gof.utils", "give_variables_names", "", NAMES_OF_VARIABLES),
    Group("theano.gof.utils", "remove", "[x for x in collection if not predicate(x)]", PYTHON),
    Group("theano.gof.utils", "hist", "collections.Counter", PYTHON),
    Group("theano.gof.utils", "hashtype", "hash(type(self))", PYTHON),
    Group("theano.gof.utils", "hash_from_file", "hashlib.file_digest", PYTHON),
    Group("theano.gof.utils", "unique", "len(set(x)) == len(x)", PYTHON),
    Group("theano.gof.utils", "undef", "object()", PYTHON),
    Group("theano.gof.utils", "deprecated", "warnings.warn", PYTHON),
    Group("theano.gof.vm", "VM_Linker=VMLinker calculate_reallocate_info", "theano.link.vm"),
    Group("theano.gof.vm", "CVM", "", INSIDE, given=False),
    Group("theano.gof.vm", "Loop LoopGC Stack VM", "theano.link.vm", GRAPH_FIRST, given=False),
    Group("theano.misc.pkl_utils", "CompatUnpickler load_reduce", "", PICKLE, given=False),
    Group("theano.printing", "debugprint", "theano.printing", CLIENTS),
    Group("theano.sandbox", "cuda", "", GPU, given=False),
    Group(
        "theano.sandbox", "blocksparse conv softsign=nnet", "theano.tensor.nnet", WRITE, given=False
    ),
    Group("theano.sandbox.rng_mrg", "MRG_RandomStreams=MRG_RandomStream", "theano.sandbox.rng_mrg"),
    Group(
        "theano.scalar",
        (
            "Maximum=ScalarMaximum Minimum=ScalarMinimum maximum=scalar_maximum "
            "minimum=scalar_minimum"
        ),
        "theano.scalar.basic",
    ),
    Group("theano.scalar", "gof utils", "", MODULE),
    Group("theano.scalar", "Op", "theano.graph.op", C_OP),
    Group("theano.scalar", "Type", "theano.graph.type", C_TYPE),
    Group("theano.scalar", "int_or_true_div", "", INSIDE, given=False),
    Group("theano.scalar", "div_proxy=true_div", "theano.scalar.basic", DIVISION, given=False),
    Group(
        "theano.scalar.basic",
        (
            "Maximum=ScalarMaximum Minimum=ScalarMinimum maximum=scalar_maximum "
            "minimum=scalar_minimum"
        ),
        "theano.scalar.basic",
    ),
    Group("theano.scalar.basic", "int_or_true_div", "", INSIDE, given=False),
    Group(
        "theano.scalar.basic", "div_proxy=true_div", "theano.scalar.basic", DIVISION, given=False
    ),
    Group("theano.scan_module", "scan", "theano.scan.basic"),
    Group("theano.scan_module", "scan_checkpoints", "theano.scan.checkpoints"),
    Group("theano.scan_module", "until", "theano.scan.utils"),
    Group("theano.scan_module", "foldl foldr map reduce", "theano.scan.views"),
    Group("theano.scan_module", "scan_op scan_opt scan_utils scan_views", "", MODULE),
    Group("theano.scan_module", "clone", "theano.scan.utils", CLONE),
    Group("theano.scan_module", "scan_perform_ext", "", INSIDE, given=False),
    Group("theano.scan_module.scan", "scan", "theano.scan.basic"),
    Group("theano.scan_module.scan_checkpoints", "scan_checkpoints", "theano.scan.checkpoints"),
    Group("theano.scan_module.scan_op", "Scan profile_printer", "theano.scan.op"),
    Group(
        "theano.scan_module.scan_opt",
        (
            "PushOutDot1 PushOutNonSeqScan PushOutScanOutput PushOutSeqScan ScanInplaceOptimizer "
            "ScanMerge ScanSaveMem make_equiv remove_constants_and_unused_inputs_scan scan_eqopt1 "
            "scan_eqopt2 scan_merge_inouts scan_seqopt1"
        ),
        "theano.scan.opt",
    ),
    Group("theano.scan_module.scan_opt", "has_duplicates list_opt_slice", "", INSIDE, given=False),
    Group("theano.scan_module.scan_utils", "equal_computations", "theano.graph.basic"),
    Group(
        "theano.scan_module.scan_utils",
        (
            "Validator compress_outs expand_empty forced_replace get_updates_and_outputs "
            "hash_listsDictsTuples isNaN_or_Inf_or_None map_variables reconstruct_graph safe_new "
            "scan_args scan_can_remove_outs traverse until"
        ),
        "theano.scan.utils",
    ),
    Group("theano.scan_module.scan_utils", "clone", "theano.scan.utils", CLONE),
    Group("theano.scan_module.scan_utils", "DEPRECATED_ARG infer_shape", "", INSIDE, given=False),
    Group("theano.scan_module.scan_views", "foldl foldr map reduce", "theano.scan.views"),
    Group("theano.tensor", "int32_t=int32", "theano.scalar.basic"),
    Group("theano.tensor", "gof raw_random shared_randomstreams", "", MODULE),
    Group("theano.tensor", "AsTensorError", "TypeError", PYTHON),
    Group("theano.tensor", "hashtype", "hash(type(self))", PYTHON),
    Group("theano.tensor", "Flatten flatten", "theano.tensor", OUTDIM),
    Group("theano.tensor", "unravel_index", "theano.tensor", UNRAVEL),
    Group(
        "theano.tensor",
        (
            "AdvancedBooleanIndexingError adv_index_broadcastable_pattern check_and_reject_bool "
            "get_scalar_constant_value_elemwises make_constant"
        ),
        "",
        INSIDE,
        given=False,
    ),
    Group("theano.tensor", "div_proxy=true_div", "theano.tensor.basic", DIVISION, given=False),
    Group(
        "theano.tensor",
        (
            "AdvancedBooleanIncSubtensor=AdvancedIncSubtensor "
            "AdvancedBooleanSubtensor=AdvancedSubtensor "
            "BaseAdvancedIncSubtensor=AdvancedIncSubtensor "
            "BaseAdvancedSubtensor=AdvancedSubtensor "
            "advanced_boolean_inc_subtensor=advanced_inc_subtensor "
            "advanced_boolean_set_subtensor=advanced_set_subtensor "
            "advanced_boolean_subtensor=advanced_subtensor"
        ),
        "theano.tensor.subtensor",
        BOOLEAN,
        given=False,
    ),
    Group("theano.tensor.basic", "Flatten flatten", "theano.tensor.basic", OUTDIM),
    Group("theano.tensor.basic", "get_scalar_constant_value_elemwises", "", INSIDE, given=False),
    Group(
        "theano.tensor.basic", "div_proxy=true_div", "theano.tensor.basic", DIVISION, given=False
    ),
    Group("theano.tensor.extra_ops", "unravel_index", "theano.tensor.extra_ops", UNRAVEL),
    Group(
        "theano.tensor.nnet.corr3d",
        "Corr3dMM_gradInputs=Corr3dMMGradInputs Corr3dMM_gradWeights=Corr3dMMGradWeights",
        "theano.tensor.nnet.corr3d",
    ),
    Group(
        "theano.tensor.raw_random", "RandomStateType random_state_type", "theano.tensor.random.type"
    ),
    Group(
        "theano.tensor.raw_random",
        (
            "RandomFunction RandomStreamsBase binomial choice choice_helper multinomial "
            "multinomial_helper normal permutation permutation_helper poisson random_integers "
            "random_integers_helper random_make_inplace uniform"
        ),
        "",
        STREAMS,
    ),
    Group(
        "theano.tensor.shared_randomstreams",
        "RandomStateSharedVariable randomstate_constructor",
        "theano.tensor.random.var",
    ),
    Group("theano.tensor.shared_randomstreams", "RandomStreams", "", STREAMS),
    Group("theano.tensor.signal", "downsample", "", MODULE),
    Group(
        "theano.tensor.signal.downsample",
        "max_pool_2d=pool_2d max_pool_2d_same_size",
        "theano.tensor.signal.pool",
    ),
    Group(
        "theano.tensor.subtensor",
        (
            "AdvancedBooleanIndexingError adv_index_broadcastable_pattern check_and_reject_bool "
            "make_constant"
        ),
        "",
        INSIDE,
        given=False,
    ),
    Group(
        "theano.tensor.subtensor",
        (
            "AdvancedBooleanIncSubtensor=AdvancedIncSubtensor "
            "AdvancedBooleanSubtensor=AdvancedSubtensor "
            "BaseAdvancedIncSubtensor=AdvancedIncSubtensor "
            "BaseAdvancedSubtensor=AdvancedSubtensor "
            "advanced_boolean_inc_subtensor=advanced_inc_subtensor "
            "advanced_boolean_set_subtensor=advanced_set_subtensor "
            "advanced_boolean_subtensor=advanced_subtensor"
        ),
        "theano.tensor.subtensor",
        BOOLEAN,
        given=False,
    ),
    Group("theano.tensor.var", "AsTensorError", "TypeError", PYTHON),
    Group("theano.tensor.var", "equal_slices", "", INSIDE, given=False),
    *(
        Group(
            f"theano.config.{section}",
            " ".join(f"{name}={section.replace('.', '__')}__{name}" for name in names.split()),
            "theano.config",
        )
        for section, _, names in (
            line.partition(":") for line in SETTINGS_WITH_DOTS.strip().splitlines()
        )
    ),
)
NAMES: tuple[OldName, ...] = tuple(sorted(row for group in GROUPS for row in group.each()))
"""A row for each of them, in alphabetical order."""
