"""From submissions to marks: register labs, grade submissions, write feedback pages, export marks."""
