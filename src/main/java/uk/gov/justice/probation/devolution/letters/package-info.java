/** Letters to members of staff: written from templates, kept sealed as HTML and PDF with their hashes, and sent; and letters about cases, which are posted. */
package uk.gov.justice.probation.devolution.letters;
