// The networks of the walkthrough, compiled from Theano's graphs.

import * as neuron from "generated/neuron.js";
import * as separate from "generated/separate.js";
import * as shared from "generated/shared.js";

export const NETWORKS = { neuron, shared, separate };
