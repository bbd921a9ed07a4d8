//! Identifiers and their algorithms. Source: domain reference 5.
