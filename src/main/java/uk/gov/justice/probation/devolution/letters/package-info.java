/** Letters to members of staff: written from templates, kept sealed as HTML and PDF with their hashes, and sent. */
package uk.gov.justice.probation.devolution.letters;
