namespace Sekisho.Organisation.Import;

/// <summary>What is wrong with one cell or row, and how to mend it.</summary>
/// <param name="File">The name the file was given under.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Column">Heading of the column; empty when the whole row is meant.</param>
/// <param name="IsWarning">True when the row is taken all the same.</param>
public sealed record RowProblem(string File, int Line, string Column, string WhatHappened, string WhatToDo, bool IsWarning = false);
