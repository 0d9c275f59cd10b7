package org.penumbra.live.engine;

/** How far an engine leaves the machine to others. What it works out is the same; only when it has it differs. */
public enum GiveWay {
    /** It works as fast as it can. */
    NOT,
    /** After each slice of its work it rests four times as long: others who have work keep most of the machine. */
    PARTLY,
    /** It does no work, and only obeys commands. */
    WHOLLY
}
