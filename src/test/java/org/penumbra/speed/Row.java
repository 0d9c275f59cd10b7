package org.penumbra.speed;

import java.util.Arrays;
import java.util.List;
import org.penumbra.net.image.ImageArchitecture;

/** A row of the table: a task and the network it is done with. */
public enum Row {
    TRAIN_CNN(Task.TRAIN, ImageArchitecture.CNN),
    TRAIN_DAE_SYM(Task.TRAIN, ImageArchitecture.DAE_SYM),
    MANY_CNN(Task.MANY, ImageArchitecture.CNN),
    MANY_DAE_SYM(Task.MANY, ImageArchitecture.DAE_SYM),
    ONE_CNN(Task.ONE, ImageArchitecture.CNN),
    ONE_DAE_SYM(Task.ONE, ImageArchitecture.DAE_SYM),

    /** The limit; no network. */
    PRODUCT(Task.PRODUCT, null);

    private final Task task;
    private final ImageArchitecture network;

    Row(Task task, ImageArchitecture network) {
        this.task = task;
        this.network = network;
    }

    /** All rows but {@link #PRODUCT}: those in which engines are compared. */
    public static List<Row> ofNetworks() {
        return Arrays.stream(values()).filter(row -> row.network != null).toList();
    }

    public Task task() {
        return task;
    }

    /** The network, or null for {@link #PRODUCT}. */
    public ImageArchitecture network() {
        return network;
    }

    /** What a table calls it. */
    public String title() {
        return network == null ? task.title() : task.title() + ", " + network.id();
    }
}
