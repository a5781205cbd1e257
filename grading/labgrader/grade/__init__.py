"""From submissions to marks: register labs, grade submissions, write feedback pages and a table for an LMS."""
