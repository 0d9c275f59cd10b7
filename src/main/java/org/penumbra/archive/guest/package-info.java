/**
 * Files of DL4J read safely, without DL4J: a zip file becomes plain values or is refused with one line, and what a person
 * decided about a guest is kept in a small file beside it. It knows the archive's room and the guests' of {@code net}.
 */
package org.penumbra.archive.guest;
