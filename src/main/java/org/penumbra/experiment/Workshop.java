package org.penumbra.experiment;

import java.util.HashMap;
import java.util.Map;
import org.penumbra.archive.Models;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.KnownImages;
import org.penumbra.net.image.ImageModel;

/**
 * Where cells get data and models from. Each is read once, when it is first asked for, and shared by all threads: one may wait
 * for another that reads.
 */
public final class Workshop {

    private final DataHome home;
    private final Map<String, ImageData> data = new HashMap<>();
    private final Map<String, ImageModel> models = new HashMap<>();

    public Workshop(DataHome home) {
        this.home = home;
    }

    /** Where data sets are looked for. */
    public DataHome home() {
        return home;
    }

    /**
     * A data set the program knows.
     *
     * @throws org.penumbra.data.DataException when it is nowhere or its files are wrong
     */
    public synchronized ImageData data(String name) {
        return data.computeIfAbsent(name, known -> home.load(KnownImages.named(known)));
    }

    /**
     * A model that ships.
     *
     * @throws org.penumbra.archive.ModelException when there is none of that name
     */
    public synchronized ImageModel model(String name) {
        return models.computeIfAbsent(name, Models::load);
    }

    /**
     * Reads all that an experiment needs, so that what is missing is told before hours are spent.
     *
     * @throws org.penumbra.data.Problem for the first that is missing or wrong
     */
    public void check(Needs needs) {
        needs.data().forEach(this::data);
        needs.models().forEach(this::model);
    }
}
