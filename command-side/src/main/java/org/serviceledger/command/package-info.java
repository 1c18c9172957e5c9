/** The command side: pure deciders, the Axon shells that drive them, and what starts and stores them. */
@NullMarked
package org.serviceledger.command;

import org.jspecify.annotations.NullMarked;
