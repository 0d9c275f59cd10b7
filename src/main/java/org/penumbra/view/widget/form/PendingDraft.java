package org.penumbra.view.widget.form;

import javafx.beans.property.ReadOnlyBooleanProperty;

/** What the next run is to be, while it is still being typed. */
public interface PendingDraft {

    /** Whether it differs from the present run, be it right or wrong. */
    ReadOnlyBooleanProperty pendingProperty();

    /** Whether it can be applied as it stands. */
    ReadOnlyBooleanProperty rightProperty();

    /** Starts a run with it, if it is right. */
    void apply();

    /** Shows the present run again. */
    void revert();
}
