"""Two tiny networks that only multiply matrices, for the machine's own throughput: python make.py (needs onnx).

Weights are made when the network is loaded, so they are packed as those of a real network are."""
import onnx
from onnx import TensorProto as T, helper as h


def network(name, kind, op, rows):
    weights = h.make_node("ConstantOfShape", ["shape"], ["b"], value=h.make_tensor("one", kind, [1], [1]))
    graph = h.make_graph(
        [weights, h.make_node(op, ["a", "b"], ["c"])], name,
        [h.make_tensor_value_info("a", T.UINT8 if kind == T.INT8 else kind, ["m", rows])],
        [h.make_tensor_value_info("c", T.INT32 if kind == T.INT8 else kind, ["m", 4 * rows])],
        [h.make_tensor("shape", T.INT64, [2], [rows, 4 * rows])])
    onnx.save(h.make_model(graph, opset_imports=[h.make_opsetid("", 17)], ir_version=8), f"{name}.onnx")


network("int8", T.INT8, "MatMulInteger", 384)
network("fp32", T.FLOAT, "MatMul", 384)
