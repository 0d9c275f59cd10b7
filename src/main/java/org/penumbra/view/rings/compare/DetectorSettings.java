package org.penumbra.view.rings.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.penumbra.detector.Description;
import org.penumbra.live.rings.compare.Side;
import org.penumbra.view.widget.form.ChoiceBoxes;
import org.penumbra.view.widget.form.FieldRow;
import org.penumbra.view.widget.form.SliderPane;

/** The settings of the detector on one side, whatever they are: a slider for each number, a list for each choice. */
final class DetectorSettings extends VBox {

    private final Side side;
    private final CompareModel model;
    private final Map<String, DoubleProperty> numbers = new HashMap<>();
    private final Map<String, StringProperty> words = new HashMap<>();
    private String kind = CompareModel.NONE;
    private boolean following;

    DetectorSettings(Side side, CompareModel model) {
        this.side = side;
        this.model = model;
        getStyleClass().addAll("form", "detector-settings");
        model.detectorProperty(side).subscribe(now -> show(model.about(side)));
    }

    private void show(Optional<Description> about) {
        String now = about.map(Description::id).orElse(CompareModel.NONE);
        if (!now.equals(kind)) {
            kind = now;
            numbers.clear();
            words.clear();
            getChildren().clear();
            about.ifPresent(this::build);
        }
        following = true;
        about.ifPresent(shown -> {
            shown.settings().forEach(setting -> numbers.get(setting.name()).set(setting.value()));
            shown.choices().forEach(choice -> words.get(choice.name()).set(choice.value()));
        });
        following = false;
    }

    private void build(Description about) {
        Label what = new Label(CompareSymbols.sentence(about.meaning()) + " " + about.source() + ".");
        what.getStyleClass().add("hint");
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        getChildren().add(what);
        if (!about.settings().isEmpty()) {
            SliderPane sliders = new SliderPane(Orientation.VERTICAL);
            about.settings().forEach(setting -> add(sliders, setting));
            getChildren().add(sliders);
        }
        about.choices().forEach(this::add);
    }

    private void add(SliderPane sliders, Description.Setting setting) {
        DoubleProperty number = new SimpleDoubleProperty(this, setting.name(), setting.value());
        number.addListener((observed, before, now) -> {
            if (!following) {
                model.set(side, setting.name(), now.doubleValue());
            }
        });
        numbers.put(setting.name(), number);
        sliders.add(id(setting.name()), label(setting), CompareSymbols.of(setting), SettingScale.of(setting), number);
    }

    /** Where a name is the symbol itself, one of them is enough. */
    private static String label(Description.Setting setting) {
        return setting.name().equals(setting.symbol()) ? "Number" : CompareSymbols.words(setting.name());
    }

    private void add(Description.Choice choice) {
        StringProperty word = new SimpleStringProperty(this, choice.name(), choice.value());
        word.addListener((observed, before, now) -> {
            if (!following) {
                model.choose(side, choice.name(), now);
            }
        });
        words.put(choice.name(), word);
        String hint = CompareSymbols.sentence(choice.meaning());
        ComboBox<String> box =
                ChoiceBoxes.of(id(choice.name()), List.copyOf(choice.options()), CompareSymbols::plain, word);
        box.setTooltip(new Tooltip(hint));
        box.setAccessibleText(hint);
        getChildren().add(FieldRow.row(CompareSymbols.words(choice.name()), hint, box));
    }

    private String id(String setting) {
        return side.name().toLowerCase(Locale.ROOT) + "-" + setting;
    }
}
