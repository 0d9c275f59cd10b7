package org.penumbra.view.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.penumbra.data.TypedNumber;
import org.penumbra.data.image.KnownImages;
import org.penumbra.net.guest.GuestChoices;
import org.penumbra.net.guest.GuestModel;
import org.penumbra.net.guest.GuestReading;
import org.penumbra.net.guest.PixelLayout;
import org.penumbra.net.guest.PixelRange;
import org.penumbra.net.guest.PixelScale;
import org.penumbra.view.widget.form.ChoiceBoxes;

/** What is taken for what in a network of DL4J, a row for each, all of it to be corrected. */
final class GuestForm extends GridPane {

    private static final String NONE = "none";
    private static final String NOT_SAID = "not said";
    private static final String FOLDER = "a folder\u2026";
    /** Of MNIST's training images, by which programs standardise their pixels. */
    private static final double MEAN = 0.1307;

    private static final double DEVIATION = 0.3081;

    private final GuestDraft draft;
    private final HBox numbers = new HBox();
    private int rows;

    /**
     * @param folder asks for a folder of images; receives whoever wants it
     */
    GuestForm(GuestDraft draft, Consumer<Consumer<String>> folder) {
        this.draft = draft;
        getStyleClass().add("guest-form");
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        value.setFillWidth(true);
        getColumnConstraints().addAll(name, value);
        GuestModel guest = draft.guestProperty().get();
        GuestReading reading = guest.reading();
        GuestChoices choices = guest.choices();
        pixels(reading);
        row(
                "Images laid out as",
                box(
                        "guest-layout",
                        Arrays.asList(PixelLayout.values()),
                        PixelLayout::words,
                        reading.layout(),
                        layout -> draft.correct(one -> one.withLayout(layout))));
        row(
                "Classes from the output",
                box(
                        "guest-softmax",
                        choices.softmaxes(),
                        Function.identity(),
                        reading.softmax(),
                        output -> draft.correct(one -> one.withSoftmax(output))));
        row("Names of the classes", classes(reading));
        reconstruction(choices, reading);
        row(
                "Features from the layer",
                box(
                        "guest-code",
                        withNone(choices.codes().stream()
                                .map(layer -> layer.name())
                                .toList()),
                        GuestForm::orNone,
                        reading.code(),
                        layer -> draft.correct(one -> one.withCode(layer))));
        row("It learnt from", images(guest, folder));
    }

    private void pixels(GuestReading reading) {
        PixelScale taken = reading.pixels();
        ComboBox<PixelRange> range =
                box("guest-range", Arrays.asList(PixelRange.values()), PixelRange::words, taken.range(), this::range);
        VBox pixels = new VBox(range, numbers);
        pixels.getStyleClass().add("guest-pixels");
        row("Pixels", pixels).setLabelFor(range);
        TextField mean = number("guest-mean", taken.range() == PixelRange.STANDARDISED ? taken.mean() : MEAN);
        TextField deviation =
                number("guest-deviation", taken.range() == PixelRange.STANDARDISED ? taken.deviation() : DEVIATION);
        mean.setOnAction(event -> standardise(mean, deviation));
        deviation.setOnAction(event -> standardise(mean, deviation));
        numbers.getChildren().addAll(new Label("mean"), mean, new Label("deviation"), deviation);
        numbers.getStyleClass().add("guest-numbers");
        show(taken.range() == PixelRange.STANDARDISED);
        row(
                "Ink",
                box(
                        "guest-ink",
                        List.of(false, true),
                        dark -> dark ? "dark on light" : "light on dark, as MNIST",
                        taken.darkInk(),
                        dark -> draft.correct(one -> one.withPixels(
                                one.pixels().withDarkInk(dark),
                                one.reconstructed().withDarkInk(dark)))));
    }

    private void show(boolean standardised) {
        numbers.setVisible(standardised);
        numbers.setManaged(standardised);
    }

    private void range(PixelRange range) {
        show(range == PixelRange.STANDARDISED);
        boolean standardised = range == PixelRange.STANDARDISED;
        draft.correct(one -> one.withPixels(
                new PixelScale(range, one.pixels().darkInk(), standardised ? MEAN : 0, standardised ? DEVIATION : 1),
                one.reconstructed()));
    }

    private void standardise(TextField mean, TextField deviation) {
        try {
            double middle = TypedNumber.of(mean.getText());
            double spread = TypedNumber.of(deviation.getText());
            draft.correct(one -> one.withPixels(
                    new PixelScale(PixelRange.STANDARDISED, one.pixels().darkInk(), middle, spread),
                    one.reconstructed()));
        } catch (IllegalArgumentException noNumber) {
            draft.refuse("Mean and deviation: " + noNumber.getMessage());
        }
    }

    private static TextField number(String id, double value) {
        TextField field = new TextField(Double.toString(value));
        field.setId(id);
        field.setAccessibleText(id.equals("guest-mean") ? "mean of the pixels" : "deviation of the pixels");
        field.setPrefColumnCount(6);
        return field;
    }

    private TextField classes(GuestReading reading) {
        TextField field = new TextField(String.join(", ", reading.classes()));
        field.setId("guest-classes");
        Runnable take = () -> draft.correct(one -> one.withClasses(
                Arrays.stream(field.getText().split(",", -1)).map(String::strip).toList()));
        field.setOnAction(event -> take.run());
        field.focusedProperty().addListener((observed, before, now) -> {
            if (!now) {
                take.run();
            }
        });
        draft.guestProperty().addListener((observed, before, now) -> {
            if (!now.classes().equals(before.classes())) {
                field.setText(String.join(", ", now.classes()));
            }
        });
        return field;
    }

    private void reconstruction(GuestChoices choices, GuestReading reading) {
        row(
                "Reconstruction from",
                box(
                        "guest-reconstruction",
                        withNone(choices.reconstructions()),
                        GuestForm::orNone,
                        reading.reconstruction(),
                        output -> draft.correct(one -> one.withReconstruction(output))));
        if (!choices.reconstructions().isEmpty()) {
            row(
                    "Its pixels",
                    box(
                            "guest-reconstructed",
                            List.of(PixelRange.UNIT, PixelRange.BYTES, PixelRange.SIGNED),
                            PixelRange::words,
                            reading.reconstructed().range(),
                            range -> draft.correct(one -> one.withPixels(
                                    one.pixels(),
                                    PixelScale.of(range, one.reconstructed().darkInk())))));
        }
    }

    private ComboBox<String> images(GuestModel guest, Consumer<Consumer<String>> folder) {
        String before = guest.trainingImages().data();
        List<String> offered = new ArrayList<>(List.of("", "built-in-digits", "mnist", "fashion-mnist"));
        if (!offered.contains(before)) {
            offered.add(before);
        }
        offered.add(FOLDER);
        return box("guest-images", offered, GuestForm::called, before, name -> {
            if (name.equals(FOLDER)) {
                folder.accept(draft::choose);
            } else if (!name.isEmpty()) {
                draft.choose(name);
            }
        });
    }

    private static String called(String set) {
        return switch (set) {
            case "" -> NOT_SAID;
            case "built-in-digits" -> "built-in digits";
            default ->
                KnownImages.all().stream()
                        .filter(known -> known.name().equals(set))
                        .map(KnownImages::title)
                        .findFirst()
                        .orElse(set);
        };
    }

    private static List<String> withNone(List<String> names) {
        List<String> all = new ArrayList<>(names);
        all.add("");
        return all;
    }

    private static String orNone(String name) {
        return name.isEmpty() ? NONE : name;
    }

    private static <T> ComboBox<T> box(
            String id, List<T> things, Function<T, String> name, T chosen, Consumer<T> taken) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(things);
        box.setConverter(ChoiceBoxes.named(name));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setValue(chosen);
        box.valueProperty().addListener((observed, before, now) -> taken.accept(now));
        return box;
    }

    private Label row(String text, Region control) {
        Label label = new Label(text);
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        addRow(rows++, label, control);
        return label;
    }
}
