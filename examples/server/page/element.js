/** Makes an element. Text stays text: nothing that a server sent is read as HTML. */
export function element(name, className, ...children) {
  const made = document.createElement(name)
  if (className) made.className = className
  made.append(...children)
  return made
}
