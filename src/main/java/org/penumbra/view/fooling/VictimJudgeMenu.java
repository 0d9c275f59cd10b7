package org.penumbra.view.fooling;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.penumbra.detector.Description;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.detector.model.ModelDetectors;
import org.penumbra.live.fooling.AttackedModel;
import org.penumbra.view.fooling.trial.FoolingSymbols;

/**
 * What says "I don't know" of a victim, and what else could: the detector that the model brings along, then those there are
 * for it, in its place or in a column beside it.
 */
final class VictimJudgeMenu extends MenuButton {

    private final String victim;
    private final int index;
    private final FoolingModel model;

    /** @param index of the victim, for ids */
    VictimJudgeMenu(AttackedModel attacked, int index, FoolingModel model) {
        victim = attacked.name();
        this.index = index;
        this.model = model;
        Description about = attacked.fitted().about();
        // The confidence has its settings beside it, which need the room.
        setText(about.value("alpha").isPresent() ? FoolingSymbols.sign(about) : about.name());
        setId("detector-" + index);
        getStyleClass().addAll("flat", "detector-menu");
        setMnemonicParsing(false);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip("Judged by " + about.name() + ": " + about.meaning() + ". Choose another detector"));
        setAccessibleText("Detector of " + victim + ": " + about.name() + ". Choose another");
        fill();
        addEventHandler(ON_SHOWING, event -> fill());
    }

    private void fill() {
        getItems().clear();
        model.victims().of(victim).ifPresent(chosen -> {
            List<Description> all = new ArrayList<>();
            all.add(Detectors.kind(ModelDetectors.ownId(chosen.model())).usual().about());
            all.addAll(model.victims().detectors(chosen));
            Menu beside = new Menu("Beside it");
            beside.setId("beside-" + index);
            for (Description one : all) {
                boolean now = one.id().equals(chosen.detector());
                RadioMenuItem instead = new RadioMenuItem(one.name());
                instead.setId("detector-" + index + "-" + one.id());
                instead.setSelected(now);
                instead.setOnAction(event -> judgeBy(one, false));
                getItems().add(instead);
                if (!now) {
                    MenuItem added = new MenuItem(one.name());
                    added.setId("beside-" + index + "-" + one.id());
                    added.setOnAction(event -> judgeBy(one, true));
                    beside.getItems().add(added);
                }
            }
            if (!beside.getItems().isEmpty()) {
                beside.setDisable(!model.victims().room());
                getItems().addAll(new SeparatorMenuItem(), beside);
            }
        });
    }

    private void judgeBy(Description one, boolean beside) {
        boolean same = model.victims()
                .of(victim)
                .filter(chosen -> chosen.detector().equals(one.id()))
                .isPresent();
        if (!same) {
            model.losing(() -> model.victims().judgeBy(victim, one.id(), beside));
        }
    }
}
