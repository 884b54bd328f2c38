//! Decks of slides (幻灯): which slides in which order, and what a person wrote to say at them.

use crate::entry::period_id;
use crate::error::{Error, Result};
use crate::open::Store;
use crate::row::{self, Stored};
use crate::transact::Writer;
use domain::{Period, Uid};
use rusqlite::Row;

/// A deck of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Deck {
    /// Its name outside the ledger.
    pub uid: Uid,
    /// The plan.
    pub plan_id: i64,
    /// What it is called: no two decks of a plan share a name.
    pub name: String,
}

impl Deck {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Deck> {
        Ok(Deck { uid: row::uid(row, "uid")?, plan_id: row.get("plan_id")?, name: row.get("name")? })
    }
}

impl Store {
    /// Returns the decks of a plan, the first made first.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn decks(&self, plan_id: i64) -> Result<Vec<Stored<Deck>>> {
        self.rows("SELECT id, uid, plan_id, name FROM deck WHERE plan_id = ?1 ORDER BY id", [plan_id], Stored::from_row(Deck::from_row))
    }

    /// Returns a deck.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn deck(&self, uid: Uid) -> Result<Option<Stored<Deck>>> {
        self.row("SELECT id, uid, plan_id, name FROM deck WHERE uid = ?1", [uid.to_string()], Stored::from_row(Deck::from_row))
    }

    /// Returns a deck's slides in their order.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn deck_slides(&self, deck_id: i64) -> Result<Vec<String>> {
        self.rows("SELECT slide FROM deck_slide WHERE deck_id = ?1 ORDER BY position", [deck_id], |row| row.get("slide"))
    }

    /// Returns what a person wrote to say in a period: slide and words.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn deck_talk(&self, deck_id: i64, period: Period) -> Result<Vec<(String, String)>> {
        let sql = "SELECT slide, text FROM deck_talk WHERE deck_id = ?1 AND period_id = ?2";
        self.rows(sql, (deck_id, period_id(period)), |row| Ok((row.get("slide")?, row.get("text")?)))
    }
}

impl Writer<'_> {
    /// Adds a deck without slides and returns its number.
    ///
    /// # Errors
    /// [`Error::Refused`] if the plan has one of that name, or what the file has to say.
    pub fn insert_deck(&self, new: &Deck) -> Result<i64> {
        self.insert("INSERT INTO deck (uid, plan_id, name) VALUES (?1, ?2, ?3)", (new.uid.to_string(), new.plan_id, &new.name))
    }

    /// Gives a deck another name.
    ///
    /// # Errors
    /// As [`Writer::insert_deck`].
    pub fn rename_deck(&self, deck_id: i64, name: &str) -> Result<()> {
        self.execute("UPDATE deck SET name = ?2 WHERE id = ?1 AND name <> ?2", (deck_id, name))?;
        Ok(())
    }

    /// Puts a deck's slides into this order; those not named leave it.
    ///
    /// # Errors
    /// [`Error::Refused`] if one is named twice, or what the file has to say.
    pub fn set_deck_slides(&self, deck_id: i64, slides: &[String]) -> Result<()> {
        if self.deck_slides(deck_id)? == slides {
            return Ok(());
        }
        self.execute("DELETE FROM deck_slide WHERE deck_id = ?1", [deck_id])?;
        for (position, slide) in slides.iter().enumerate() {
            self.execute("INSERT INTO deck_slide (deck_id, position, slide) VALUES (?1, ?2, ?3)", (deck_id, position as i64, slide))?;
        }
        Ok(())
    }

    /// Writes what to say at a slide in a period; no words take away what was written.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn set_deck_talk(&self, deck_id: i64, slide: &str, period: Period, text: Option<&str>) -> Result<()> {
        let id = self.keep_period(period)?;
        match text {
            Some(text) => self.execute(include_str!("sql/set_deck_talk.sql"), (deck_id, slide, id, text))?,
            None => self.execute("DELETE FROM deck_talk WHERE deck_id = ?1 AND slide = ?2 AND period_id = ?3", (deck_id, slide, id))?,
        };
        Ok(())
    }

    /// Takes a deck away, with its slides and what was written to say.
    ///
    /// # Errors
    /// [`Error::Refused`] if there is none, or what the file has to say.
    pub fn delete_deck(&self, deck_id: i64) -> Result<()> {
        self.execute("DELETE FROM deck_talk WHERE deck_id = ?1", [deck_id])?;
        self.execute("DELETE FROM deck_slide WHERE deck_id = ?1", [deck_id])?;
        match self.execute("DELETE FROM deck WHERE id = ?1", [deck_id])? {
            0 => Err(Error::Refused("这套幻灯已经删除".to_owned())),
            _ => Ok(()),
        }
    }
}
