package org.penumbra.view.shell;

import javafx.beans.value.ObservableValue;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.KnownImages;

/**
 * Where labs turn for image data. A lab that misses a data set opens the desk at it, and goes on when {@link #here}
 * says so; meanwhile the built-in digits need no files.
 */
public interface DataDesk {

    /** Where image data are looked for; the same places as those of the command line. */
    DataHome home();

    /**
     * Whether a data set is known to be here, with every file as it was published. It changes on the UI thread, when
     * something was downloaded, imported or verified; before that it is false, although the files may be there.
     *
     * @throws IllegalArgumentException when the program does not know the data set
     */
    ObservableValue<Boolean> here(KnownImages known);

    /** Opens the sheet on which data sets are downloaded, imported and verified. */
    void open();

    /** Opens the sheet with the focus on what can be done about one data set. */
    void open(KnownImages wanted);

    /** Opens the sheet and asks for the folder from which a data set is taken. */
    void importFolder(KnownImages wanted);
}
