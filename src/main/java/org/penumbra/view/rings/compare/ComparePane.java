package org.penumbra.view.rings.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.penumbra.detector.DetectorKind;
import org.penumbra.live.rings.compare.ComparedKinds;
import org.penumbra.live.rings.compare.Side;
import org.penumbra.view.widget.form.ChoiceBoxes;
import org.penumbra.view.widget.form.FieldRow;

/** Chooses the two detectors that are compared with the confidence. */
public final class ComparePane extends VBox {

    private static final String HINT =
            "Another way to say \u201cI don\u2019t know\u201d: its picture is shown beside the confidence, with its figures "
                    + "below";

    public ComparePane(CompareModel model) {
        getStyleClass().addAll("form", "compare-pane");
        for (Side side : Side.values()) {
            getChildren().add(FieldRow.row(side == Side.LEFT ? "Left" : "Right", HINT, menu(side, model)));
        }
    }

    private static ComboBox<String> menu(Side side, CompareModel model) {
        List<String> kinds = new ArrayList<>(List.of(CompareModel.NONE));
        ComparedKinds.all().stream().map(DetectorKind::id).forEach(kinds::add);
        ComboBox<String> menu = ChoiceBoxes.of(
                "compare-" + side.name().toLowerCase(Locale.ROOT), kinds, ComparePane::name, model.kindProperty(side));
        menu.setVisibleRowCount(kinds.size());
        menu.setTooltip(new Tooltip(HINT));
        menu.setAccessibleText("Detector on the " + side.name().toLowerCase(Locale.ROOT) + " to compare");
        return menu;
    }

    private static String name(String kind) {
        return kind.equals(CompareModel.NONE)
                ? "none"
                : CompareSymbols.name(ComparedKinds.of(kind).about());
    }
}
