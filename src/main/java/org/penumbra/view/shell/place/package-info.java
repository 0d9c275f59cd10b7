/**
 * Where the window stands and how large it is, on the screens that exist and from one start to the next. It knows no lab.
 */
package org.penumbra.view.shell.place;
