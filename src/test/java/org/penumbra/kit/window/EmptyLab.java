package org.penumbra.kit.window;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.penumbra.live.engine.GiveWay;
import org.penumbra.view.shell.Lab;
import org.penumbra.view.shell.ModelEntry;
import org.penumbra.view.shell.key.Shortcut;
import org.penumbra.view.shell.tour.TourStep;

/** A lab with a button and a key, which counts what happens to it. */
public final class EmptyLab implements Lab {

    public final List<String> heard = new ArrayList<>();
    private final Button button = new Button("Lab");
    private final VBox view = new VBox(button);
    public int pulses;
    public int unseenPulses;
    public boolean running;
    public GiveWay gaveWay;
    public String atStake = "";
    public volatile int caughtUp;

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void tryOut(ModelEntry model) {
        heard.add("try out " + model.name());
    }

    @Override
    public List<Node> tools() {
        return List.of();
    }

    @Override
    public ObservableValue<String> title() {
        return new SimpleStringProperty("Empty");
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(Shortcut.of("S", "Be heard", () -> heard.add("s"), "S"));
    }

    @Override
    public List<TourStep> tour() {
        return List.of(new TourStep("Button", "A button.", () -> button));
    }

    @Override
    public void pulse() {
        pulses++;
    }

    @Override
    public void pulseUnseen() {
        unseenPulses++;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void giveWay(GiveWay how) {
        gaveWay = how;
    }

    @Override
    public String atStake() {
        return atStake;
    }

    @Override
    public void catchUp() {
        caughtUp++;
    }

    @Override
    public void close() {
        heard.add("close");
    }
}
