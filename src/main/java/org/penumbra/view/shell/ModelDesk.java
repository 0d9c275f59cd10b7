package org.penumbra.view.shell;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.penumbra.archive.ModelFile;
import org.penumbra.archive.Models;
import org.penumbra.data.OutsideText;
import org.penumbra.live.engine.Background;
import org.penumbra.net.image.ImageModel;
import org.penumbra.state.ModelRef;

/**
 * The trained image models of a window: those that ship, then those that were opened or trained in it, so that what one
 * lab trained another can use at once. Belongs to the JavaFX thread.
 */
public final class ModelDesk {

    private final Background shipped;
    private final Background files;
    private final ObservableList<ModelEntry> entries = FXCollections.observableArrayList();
    private final ObservableList<ModelEntry> seen = FXCollections.unmodifiableObservableList(entries);
    private final Map<String, ImageModel> read = new HashMap<>();
    /** SHA-256 of the weights, reckoned when a state asks for it. */
    private final Map<ImageModel, String> prints = new WeakHashMap<>();

    /** @param background reads the models */
    public ModelDesk(Background background) {
        this(background, background);
    }

    /**
     * @param shipped reads the models that ship, one after another, so that they come in the order in which labs want them
     * @param files   reads the others
     */
    ModelDesk(Background shipped, Background files) {
        this.shipped = shipped;
        this.files = files;
        Models.names().forEach(name -> entries.add(new ModelEntry(name, null)));
    }

    /** All there are, those that ship first, then the others in the order they came. */
    public ObservableList<ModelEntry> entries() {
        return seen;
    }

    /** The entry of this name. */
    public Optional<ModelEntry> find(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** The entry that a state names: one that ships, or one of these weights that was opened or trained in this window. */
    public Optional<ModelEntry> find(ModelRef wanted) {
        return entries.stream()
                .filter(entry -> wanted.print().isEmpty() == (entry.model() == null))
                .filter(entry -> wanted.print()
                        .map(print -> print(entry).startsWith(print))
                        .orElseGet(() -> entry.name().equals(wanted.name())))
                .findFirst();
    }

    /** How a state names an entry. */
    public ModelRef named(ModelEntry entry) {
        return entry.model() == null ? ModelRef.shipped(entry.name()) : ModelRef.own(entry.name(), print(entry));
    }

    private String print(ModelEntry entry) {
        return prints.computeIfAbsent(entry.model(), ImageModel::weights);
    }

    /**
     * Adds a model.
     *
     * @param wanted its name; where it is taken, a number is put behind it
     */
    public ModelEntry add(String wanted, ImageModel model) {
        String name = wanted;
        for (int number = 2; find(name).isPresent(); number++) {
            name = wanted + " (" + number + ")";
        }
        ModelEntry entry = new ModelEntry(name, model);
        entries.add(entry);
        return entry;
    }

    /** Takes away a model that was added; one that ships stays. */
    public void remove(ModelEntry entry) {
        if (entry.model() != null) {
            entries.remove(entry);
        }
    }

    /** Reads a model from a file and adds it. */
    public void open(Path file, Consumer<ModelEntry> done, Consumer<Throwable> failed) {
        files.read(file, () -> ModelFile.read(file), model -> done.accept(add(nameOf(file), model)), failed);
    }

    /** Gives the entry's model, at once where it has been read before. */
    public void load(ModelEntry entry, Consumer<ImageModel> done, Consumer<Throwable> failed) {
        ImageModel known = entry.model() != null ? entry.model() : read.get(entry.name());
        if (known != null) {
            done.accept(known);
            return;
        }
        shipped.run(
                () -> Models.load(entry.name()),
                model -> {
                    // Two labs may have asked at once; they get the same one.
                    ImageModel first = read.putIfAbsent(entry.name(), model);
                    done.accept(first == null ? model : first);
                },
                failed);
    }

    /** The names of all entries. */
    public List<String> names() {
        return entries.stream().map(ModelEntry::name).toList();
    }

    private static String nameOf(Path file) {
        String name = OutsideText.shown(file.getFileName().toString());
        return name.toLowerCase(Locale.ROOT).endsWith(ModelFile.ENDING)
                ? name.substring(0, name.length() - ModelFile.ENDING.length())
                : name;
    }
}
