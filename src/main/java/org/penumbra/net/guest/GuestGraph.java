package org.penumbra.net.guest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Drives the layers of a graph of DL4J one by one, forward and backward, so that any layer can be read, slopes can enter at any
 * layer, and what comes out at the input is seen. Only layers that the wanted ones need take part. Not for several threads.
 */
final class GuestGraph implements AutoCloseable {

    private static final LayerWorkspaceMgr MEMORY = LayerWorkspaceMgr.noWorkspaces();
    /** Bytes that passes may leave behind before Java is asked to collect them. */
    private static final long MOST_LEFT = 256L << 20;

    private final ComputationGraph graph;
    private final int input;
    private final int[] order;
    private final long bytesAnImage;
    private long left;
    private final Map<Integer, INDArray> activations = new HashMap<>();

    /**
     * @param graph           whose layers give in training what they give otherwise; is closed with this
     * @param wanted          names of the layers that will be read
     * @param numbersAnImage  that a pass reserves, about
     */
    GuestGraph(ComputationGraph graph, Set<String> wanted, long numbersAnImage) {
        this.graph = graph;
        bytesAnImage = numbersAnImage * Float.BYTES;
        graph.initGradientsView();
        input = graph.getVertex(graph.getConfiguration().getNetworkInputs().get(0))
                .getVertexIndex();
        order = needed(wanted);
    }

    private int[] needed(Set<String> wanted) {
        int[] all = graph.topologicalSortOrder();
        Set<Integer> needed = new HashSet<>();
        wanted.forEach(name -> needed.add(index(name)));
        List<Integer> backwards = new ArrayList<>();
        for (int i = all.length - 1; i >= 0; i--) {
            if (needed.contains(all[i]) && all[i] != input) {
                backwards.add(0, all[i]);
                for (VertexIndices feeding : vertex(all[i]).getInputVertices()) {
                    needed.add(feeding.getVertexIndex());
                }
            }
        }
        return backwards.stream().mapToInt(Integer::intValue).toArray();
    }

    private GraphVertex vertex(int index) {
        return graph.getVertices()[index];
    }

    private int index(String name) {
        return graph.getVertex(name).getVertexIndex();
    }

    /** Runs images through the layers. */
    void forward(INDArray images) {
        start(images);
        for (int index : order) {
            run(index);
        }
    }

    private void start(INDArray images) {
        leave(images);
        activations.clear();
        // Some layers ask the graph how many images there are.
        graph.setInput(0, images);
        activations.put(input, images);
    }

    /**
     * What a pass reserved lies outside of Java's heap and is freed when Java collects the small objects that stand for it, which
     * it sees no need for as long as the heap has room.
     */
    private void leave(INDArray images) {
        left += images.size(0) * bytesAnImage;
        if (left > MOST_LEFT) {
            left = 0;
            Nd4j.getMemoryManager().invokeGc();
        }
    }

    private void run(int index) {
        GraphVertex vertex = vertex(index);
        VertexIndices[] feeding = vertex.getInputVertices();
        for (int i = 0; i < feeding.length; i++) {
            vertex.setInput(i, activations.get(feeding[i].getVertexIndex()), MEMORY);
        }
        activations.put(index, vertex.doForward(true, MEMORY));
    }

    /** Whether a layer needs nothing of the input but what passes another one. */
    boolean passes(String name, String through) {
        Set<Integer> fed = new HashSet<>(Set.of(input));
        for (int index : order) {
            if (index != index(through) && feeds(index).stream().anyMatch(fed::contains)) {
                fed.add(index);
            }
        }
        return !fed.contains(index(name));
    }

    private List<Integer> feeds(int index) {
        List<Integer> feeding = new ArrayList<>();
        for (VertexIndices each : vertex(index).getInputVertices()) {
            feeding.add(each.getVertexIndex());
        }
        return feeding;
    }

    /** Runs what a layer is said to have given through the layers behind it. */
    void forwardFrom(String name, INDArray given, INDArray anyImages) {
        start(anyImages);
        activations.remove(input);
        activations.put(index(name), given);
        for (int index : order) {
            if (index != index(name) && activations.keySet().containsAll(feeds(index))) {
                run(index);
            }
        }
    }

    /** What a layer gave. */
    INDArray activation(String name) {
        return activations.get(index(name));
    }

    /**
     * Slopes at the input, of the last images that ran forward.
     *
     * @param slopes by the layer's name, in the shape of what it gave; are not changed
     */
    INDArray backward(Map<String, INDArray> slopes) {
        leave(activations.get(input));
        Map<Integer, INDArray> sums = new HashMap<>();
        slopes.forEach((name, slope) -> sums.put(index(name), slope.dup()));
        for (int i = order.length - 1; i >= 0; i--) {
            INDArray slope = sums.remove(order[i]);
            if (slope != null) {
                back(order[i], slope, sums);
            }
        }
        INDArray atInput = sums.get(input);
        return atInput == null
                ? Nd4j.zeros(DataType.FLOAT, activations.get(input).shape())
                : atInput;
    }

    private void back(int index, INDArray slope, Map<Integer, INDArray> sums) {
        GraphVertex vertex = vertex(index);
        vertex.setEpsilon(slope);
        INDArray[] before = vertex.doBackward(false, MEMORY).getSecond();
        VertexIndices[] feeding = vertex.getInputVertices();
        for (int i = 0; i < feeding.length; i++) {
            // What two layers share may be one array; a sum is an array of its own.
            sums.merge(feeding[i].getVertexIndex(), before[i], INDArray::add);
        }
    }

    @Override
    public void close() {
        activations.clear();
        graph.close();
    }
}
