package org.penumbra.view.fooling;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Which class is to be faked: one of them, or all at once. */
final class TargetPane extends VBox {

    /** Longest name that still fits five in a row. */
    private static final int SHORT = 2;

    private final FoolingModel model;
    private final GridPane classes = new GridPane();
    private final ToggleButton all = new ToggleButton();
    private List<String> names = List.of();

    TargetPane(FoolingModel model) {
        this.model = model;
        getStyleClass().add("targets");
        classes.getStyleClass().add("tiles");
        all.setId("target-all");
        all.setMaxWidth(Double.MAX_VALUE);
        all.setTooltip(new Tooltip("Attack every class at once, each from a generator of its own (A)"));
        all.setOnAction(event -> {
            all.setSelected(true);
            model.targetProperty().set(FoolingModel.ALL);
        });
        getChildren().addAll(classes, all);
        model.planProperty().addListener((observed, before, now) -> {
            List<String> newest = now.victims().get(0).model().classes();
            if (!newest.equals(names)) {
                names = newest;
                build();
            }
        });
        model.targetProperty().addListener((observed, before, now) -> select());
    }

    private void build() {
        boolean brief = names.stream().allMatch(name -> name.length() <= SHORT);
        int columns = brief ? 5 : 2;
        classes.getChildren().clear();
        classes.getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints even = new ColumnConstraints();
            even.setPercentWidth(100.0 / columns);
            classes.getColumnConstraints().add(even);
        }
        for (int i = 0; i < names.size(); i++) {
            int target = i;
            ToggleButton button = new ToggleButton(names.get(i));
            button.setId("target-" + i);
            button.setMnemonicParsing(false);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setTooltip(new Tooltip(
                    "Make the models see \u201c" + names.get(i) + "\u201d" + (i < 10 ? " (" + i + ")" : "")));
            button.setAccessibleText("Target " + names.get(i));
            button.setOnAction(event -> {
                button.setSelected(true);
                model.targetProperty().set(target);
            });
            classes.add(button, i % columns, i / columns);
        }
        all.setText(names.size() == 10 ? "All ten at once" : "All " + names.size() + " at once");
        all.setAccessibleText("Targets: " + all.getText().toLowerCase(Locale.ROOT));
        all.setDisable(names.size() > FoolingModel.MOST_TARGETS);
        select();
    }

    private void select() {
        int target = model.targetProperty().get();
        all.setSelected(target == FoolingModel.ALL);
        for (int i = 0; i < classes.getChildren().size(); i++) {
            ((ToggleButton) classes.getChildren().get(i)).setSelected(i == target);
        }
    }
}
