//! Covering and cropping a photo before it is sent.

use super::words;

words! {
    /// The dialog over one photo.
    PhotoText {
        edit: "Tapar o recortar", "Cover or crop";
        title: "Tapar o recortar la foto", "Cover or crop the photo";
        how:
            "Arrastre sobre la foto para marcar un recuadro. Con el teclado: las flechas lo mueven y Mayús con flechas cambia su tamaño.",
            "Drag over the photo to mark a frame. With the keyboard, arrows move it and Shift with arrows changes its size.";
        picture: "La foto", "The photo";
        frame: "Recuadro", "Frame";
        cover: "Tapar", "Cover";
        crop: "Recortar", "Crop";
        undo: "Deshacer", "Undo";
        done: "Listo", "Done";
        cancel: "Dejarla como estaba", "Leave it as it was";
        covered: "Lo del recuadro quedó tapado.", "What is in the frame is covered.";
        cropped: "Quedó lo del recuadro.", "What is in the frame is kept.";
        undone: "Se deshizo el último cambio.", "The last change was undone.";
    }
}
