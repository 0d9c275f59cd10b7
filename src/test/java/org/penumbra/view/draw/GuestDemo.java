package org.penumbra.view.draw;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import org.penumbra.data.Position;
import org.penumbra.data.ink.Stroke;
import org.penumbra.kit.window.Demo;
import org.penumbra.live.draw.AnswerSession;
import org.penumbra.view.data.DataSources;
import org.penumbra.view.data.ImageDataPart;
import org.penumbra.view.draw.answer.Comparison;
import org.penumbra.view.draw.answer.DrawCard;
import org.penumbra.view.draw.board.DetectorState;
import org.penumbra.view.shell.LabEntry;

/**
 * Opens a network of DL4J in the drawing lab and draws a scribble. Arguments besides those of {@link Demo}: file=lenet.zip; sheet,
 * to stop at the sheet; images=SET, what it learnt from; dark-ink, to take it wrongly; detectors, to fit some and compare them.
 */
final class GuestDemo extends Demo {

    private static final List<String> FITTED = List.of("energy", "knn", "mahalanobis");

    private DrawLab lab;
    private boolean chosen;
    private boolean used;
    private boolean drawn;

    private GuestDemo(String... arguments) {
        super(arguments);
    }

    public static void main(String[] arguments) throws Exception {
        new GuestDemo(arguments).run();
    }

    @Override
    protected void open() {
        fill(
                ImageDataPart.of(data(), DataSources.shipped()),
                new LabEntry("Draw", "", context -> lab = new DrawLab(AnswerSession::new, context)));
    }

    @Override
    protected void shown() {
        new ArrayList<>(lab.model().cards())
                .stream()
                        .filter(card -> !card.entry().name().equals("mnist-dae-sym"))
                        .forEach(lab.model()::remove);
        lab.openDropped(Path.of(value("file", "lenet.zip")));
    }

    @Override
    protected boolean isSettled() {
        Optional<Node> use =
                Optional.ofNullable(stage().getScene().lookup("#guest-use")).filter(node -> !node.isDisabled());
        if (!used && use.isPresent()) {
            return onSheet((Button) use.get());
        }
        return drawn ? isAnswered() : used && draw();
    }

    private boolean onSheet(Button use) {
        if (!chosen) {
            chosen = true;
            choose("#guest-ink", has("dark-ink"));
            choose("#guest-images", value("images", ""));
            return false;
        }
        if (has("sheet")) {
            return true;
        }
        use.fire();
        used = true;
        return false;
    }

    private <T> void choose(String id, T choice) {
        @SuppressWarnings("unchecked")
        ComboBox<T> box = (ComboBox<T>) stage().getScene().lookup(id);
        box.setValue(choice);
    }

    private boolean draw() {
        Optional<DrawCard> guest = guest();
        if (guest.isPresent()) {
            lab.model().selectedProperty().set(guest.get());
            lab.draw(List.of(
                    new Stroke(List.of(
                            new Position(20, 30), new Position(80, 35), new Position(25, 60), new Position(75, 80))),
                    new Stroke(List.of(new Position(60, 15), new Position(30, 75)))));
            if (has("detectors")) {
                lab.model().comparisonProperty().set(Comparison.DETECTORS);
                lab.board().chooseFirst();
                FITTED.forEach(lab.board()::fit);
            }
            drawn = true;
        }
        return false;
    }

    private Optional<DrawCard> guest() {
        return lab.model().cards().stream()
                .filter(card -> card.entry().name().endsWith(".zip"))
                .findFirst();
    }

    private boolean isAnswered() {
        boolean judged = lab.board().cards().stream()
                .filter(card -> card.stateProperty().get() instanceof DetectorState.Ready)
                .allMatch(card -> card.readingProperty().get() != null);
        boolean fitting = lab.board().cards().stream()
                .anyMatch(card -> card.stateProperty().get() instanceof DetectorState.Fitting);
        return guest().map(card -> card.answerProperty().get() != null).orElse(false) && judged && !fitting;
    }
}
