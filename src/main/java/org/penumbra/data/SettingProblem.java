package org.penumbra.data;

/**
 * A setting that is not what it may be. Who knows the setting, as a form its field, is told by the name which one it is;
 * the message is the same in words.
 *
 * <p>It is an {@link IllegalArgumentException} and no {@link Problem}, since a setting is right wherever nobody types it:
 * a form shows the message beside its field, a reader of files adds the file and the place.
 */
public final class SettingProblem extends IllegalArgumentException {

    private final String setting;
    private final String expected;
    private final String got;

    /**
     * @param setting  its name, which is unique among the settings of one run: "learning rate", "thickness of the rings"
     * @param expected what it may be, behind "expected"
     * @param got      what it is
     */
    public SettingProblem(String setting, String expected, Object got) {
        super(setting + ": expected " + expected + ", but got " + got);
        this.setting = setting;
        this.expected = expected;
        this.got = String.valueOf(got);
    }

    /** The name of the setting. */
    public String setting() {
        return setting;
    }

    /** What it may be, in words. */
    public String expected() {
        return expected;
    }

    /** What it is, as text. */
    public String got() {
        return got;
    }
}
