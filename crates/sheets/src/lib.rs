//! Old and plain tables as their files have them: the records of .xls, the fields of .csv, the text of bytes.
//!
//! What both the reader of plans and the reader of returned forms need, and no more: limits, what a cell means and what is
//! said to a person are theirs. Start at [`xls::Book`], [`csv::Records`] and [`encoding::text_of`].

pub mod csv;
pub mod encoding;
pub mod ole;
pub mod xls;
