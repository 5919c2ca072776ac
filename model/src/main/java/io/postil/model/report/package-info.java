/** What is said of models: {@code report.json}, the page made of it, and models side by side. */
package io.postil.model.report;
