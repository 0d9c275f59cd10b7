package org.penumbra.view.lab;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import org.penumbra.live.engine.EngineStatus;
import org.penumbra.live.engine.GiveWay;
import org.penumbra.view.shell.Lab;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.key.Shortcut;
import org.penumbra.view.shell.message.Message;

/**
 * What all labs with an engine do alike: once a pulse they take what the engine has to show, they tell what stopped it, and
 * they end it. A lab names its model, its view, its keys, its tools, its title and its tour.
 */
public abstract class EngineLab implements Lab {

    private final LabContext context;
    private final FailureCard failure;
    private final PlayedTime played = new PlayedTime();
    private List<Shortcut> shortcuts;

    protected EngineLab(LabContext context) {
        this.context = context;
        this.failure = new FailureCard(context.messages());
    }

    /** The lab's state and commands. */
    public abstract LabModel model();

    @Override
    public abstract LabView view();

    /** The keys that work while the lab is open; asked for once. */
    protected abstract List<Shortcut> keys();

    /** The window the lab lives in. */
    public final LabContext context() {
        return context;
    }

    /** Shows what stopped the engine, with what to try; nothing takes that away. The same is not told twice. */
    protected final void tellFailure(Optional<Message> stopped) {
        failure.show(stopped);
    }

    @Override
    public final List<Shortcut> shortcuts() {
        if (shortcuts == null) {
            shortcuts = List.copyOf(keys());
        }
        return shortcuts;
    }

    @Override
    public final Optional<BooleanProperty> side() {
        return view().hasSide() ? Optional.of(view().sideShownProperty()) : Optional.empty();
    }

    @Override
    public final void pulse() {
        model().pulse();
        look();
        view().pulse();
    }

    @Override
    public final void catchUp() {
        model().pulse();
    }

    @Override
    public final void pulseUnseen() {
        look();
    }

    private void look() {
        model().engineStatus().ifPresent(status -> played.look(status, System.nanoTime()));
    }

    @Override
    public final boolean isRunning() {
        return model().engineStatus()
                .filter(status -> status.state() == EngineStatus.State.RUNNING)
                .isPresent();
    }

    @Override
    public final void giveWay(GiveWay how) {
        model().giveWay(how);
    }

    /** How long the present run has been played, also while another lab was shown; a lab that saves it says so there. */
    public final PlayedTime played() {
        return played;
    }

    @Override
    public void close() {
        model().close();
    }
}
